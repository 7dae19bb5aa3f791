"""What the project is built with; nothing here travels in the package."""
