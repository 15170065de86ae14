namespace WhatsApp.Client.Webhooks;

/// <summary>What happened to a template. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct TemplateStatusEvent(string Value)
{
    /// <summary>It may be sent.</summary>
    public static TemplateStatusEvent Approved => new("APPROVED");

    /// <summary>It may not be sent: see the reason.</summary>
    public static TemplateStatusEvent Rejected => new("REJECTED");

    /// <summary>It is being reviewed.</summary>
    public static TemplateStatusEvent Pending => new("PENDING");

    /// <summary>It is held back because of bad feedback.</summary>
    public static TemplateStatusEvent Paused => new("PAUSED");

    /// <summary>It may no longer be sent.</summary>
    public static TemplateStatusEvent Disabled => new("DISABLED");

    /// <summary>Bad feedback: it is disabled soon.</summary>
    public static TemplateStatusEvent Flagged => new("FLAGGED");

    /// <summary>It may be sent again.</summary>
    public static TemplateStatusEvent Reinstated => new("REINSTATED");

    /// <summary>A rejection is being looked at again.</summary>
    public static TemplateStatusEvent InAppeal => new("IN_APPEAL");

    /// <summary>It is about to be deleted.</summary>
    public static TemplateStatusEvent PendingDeletion => new("PENDING_DELETION");

    /// <summary>It is gone.</summary>
    public static TemplateStatusEvent Deleted => new("DELETED");

    /// <summary>It is put away.</summary>
    public static TemplateStatusEvent Archived => new("ARCHIVED");

    /// <summary>It is back.</summary>
    public static TemplateStatusEvent Unarchived => new("UNARCHIVED");

    /// <summary>It cannot be edited.</summary>
    public static TemplateStatusEvent Locked => new("LOCKED");

    /// <summary>There are too many templates.</summary>
    public static TemplateStatusEvent LimitExceeded => new("LIMIT_EXCEEDED");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
