namespace WhatsApp.Client;

/// <summary>Where a template stands. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct TemplateStatus(string Value)
{
    /// <summary>It may be sent.</summary>
    public static TemplateStatus Approved => new("APPROVED");

    /// <summary>It is being looked at.</summary>
    public static TemplateStatus Pending => new("PENDING");

    /// <summary>It was refused; see the reason, edit it, or appeal.</summary>
    public static TemplateStatus Rejected => new("REJECTED");

    /// <summary>It rests because people did not like it.</summary>
    public static TemplateStatus Paused => new("PAUSED");

    /// <summary>It may not be sent any more.</summary>
    public static TemplateStatus Disabled => new("DISABLED");

    /// <summary>The decision is being looked at again.</summary>
    public static TemplateStatus InAppeal => new("IN_APPEAL");

    /// <summary>It is put away, and can be taken out again.</summary>
    public static TemplateStatus Archived => new("ARCHIVED");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
