using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The content of a template changed.</summary>
public sealed record TemplateComponentsUpdated : TemplateEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public TemplateComponentsUpdated()
    {
    }

    [SetsRequiredMembers]
    internal TemplateComponentsUpdated(in EventOrigin origin, JsonTree json)
        : base(origin, json)
    {
        Title = json.Id("message_template_title");
        Element = json.Id("message_template_element");
        Footer = json.Id("message_template_footer");
        Buttons = json.Objects("message_template_buttons", ChangedTemplateButton.Read);
    }

    /// <summary>The header; null when absent.</summary>
    public string? Title { get; init; }

    /// <summary>The body; null when absent.</summary>
    public string? Element { get; init; }

    /// <summary>The footer; null when absent.</summary>
    public string? Footer { get; init; }

    /// <summary>The buttons; empty when none.</summary>
    public IReadOnlyList<ChangedTemplateButton> Buttons { get; init; } = ValueList<ChangedTemplateButton>.Empty;
}
