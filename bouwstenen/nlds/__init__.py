"""The crispy-forms template pack for NL Design System; its templates are in templates/nlds/."""
