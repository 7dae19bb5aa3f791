"""The commands, a module for each subject; `cli` joins them. A command imports what it needs when it runs."""
