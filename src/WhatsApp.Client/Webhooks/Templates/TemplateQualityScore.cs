namespace WhatsApp.Client.Webhooks;

/// <summary>How customers take a template. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct TemplateQualityScore(string Value)
{
    /// <summary>Well.</summary>
    public static TemplateQualityScore Green => new("GREEN");

    /// <summary>Some do not like it.</summary>
    public static TemplateQualityScore Yellow => new("YELLOW");

    /// <summary>Badly: it may be paused.</summary>
    public static TemplateQualityScore Red => new("RED");

    /// <summary>Not known yet.</summary>
    public static TemplateQualityScore Unknown => new("UNKNOWN");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
