using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The platform moved a template to another category, or is about to: it costs another price.</summary>
public sealed record TemplateCategoryUpdated : TemplateEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public TemplateCategoryUpdated()
    {
    }

    [SetsRequiredMembers]
    internal TemplateCategoryUpdated(in EventOrigin origin, JsonTree json)
        : base(origin, json)
    {
        PreviousCategory = json.Id("previous_category");
        NewCategory = json.Id("new_category");
        CorrectCategory = json.Id("correct_category");
    }

    /// <summary>The category before; null when absent.</summary>
    public string? PreviousCategory { get; init; }

    /// <summary>The category now; null when absent.</summary>
    public string? NewCategory { get; init; }

    /// <summary>The category it is to have; null when absent.</summary>
    public string? CorrectCategory { get; init; }
}
