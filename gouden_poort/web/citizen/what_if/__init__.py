"""What if: answers someone could give otherwise, tried out without being kept."""
