"""What companies do by a link, without an account; in Dutch, as the screens of staff are."""
