using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The platform thinks that a template belongs to another category, and moves it unless somebody appeals.</summary>
public sealed record TemplateCorrectCategoryDetected : TemplateEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public TemplateCorrectCategoryDetected()
    {
    }

    [SetsRequiredMembers]
    internal TemplateCorrectCategoryDetected(in EventOrigin origin, JsonTree json)
        : base(origin, json)
    {
        Category = json.Id("category") ?? json.Id("new_category");
        CorrectCategory = json.Id("correct_category");
    }

    /// <summary>The category it has; null when absent.</summary>
    public string? Category { get; init; }

    /// <summary>The category it ought to have; null when absent.</summary>
    public string? CorrectCategory { get; init; }
}
