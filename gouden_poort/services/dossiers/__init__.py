"""What a coach does for citizens: every function takes who asks, and rights decide before anything is handed out."""
