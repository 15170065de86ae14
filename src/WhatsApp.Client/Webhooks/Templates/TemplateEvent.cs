using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>Something happened to a message template.</summary>
public abstract record TemplateEvent : WebhookEvent
{
    private protected TemplateEvent()
    {
    }

    [SetsRequiredMembers]
    private protected TemplateEvent(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        TemplateId = json.Id("message_template_id") ?? "";
        TemplateName = json.Id("message_template_name") ?? "";
        TemplateLanguage = json.Id("message_template_language") ?? "";
    }

    /// <summary>The template's id. Empty when absent.</summary>
    public required string TemplateId { get; init; }

    /// <summary>The template's name. Empty when absent.</summary>
    public required string TemplateName { get; init; }

    /// <summary>The template's language, which the platform sometimes writes with a hyphen (<c>en-US</c>). Empty when absent.</summary>
    public required string TemplateLanguage { get; init; }
}
