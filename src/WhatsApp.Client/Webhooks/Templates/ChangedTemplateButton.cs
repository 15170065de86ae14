namespace WhatsApp.Client.Webhooks;

/// <summary>A button of a changed template. Everything may be missing.</summary>
public sealed record ChangedTemplateButton
{
    /// <summary>Such as <c>URL</c> or <c>QUICK_REPLY</c>.</summary>
    public string? Type { get; init; }

    /// <summary>What it says.</summary>
    public string? Text { get; init; }

    /// <summary>Where it leads.</summary>
    public string? Url { get; init; }

    /// <summary>Whom it calls.</summary>
    public string? PhoneNumber { get; init; }

    internal static ChangedTemplateButton Read(JsonTree json) => new()
    {
        Type = json.Id("message_template_button_type"),
        Text = json.Id("message_template_button_text"),
        Url = json.Id("message_template_button_url"),
        PhoneNumber = json.Id("message_template_button_phone_number"),
    };
}
