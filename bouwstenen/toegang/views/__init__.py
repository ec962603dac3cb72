"""The pages of toegang: members and invitations, the own account, the house style, the trace."""
