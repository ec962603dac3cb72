"""What the answers say together: rules, deliberate choices, the capacity check and pictures of the team."""
