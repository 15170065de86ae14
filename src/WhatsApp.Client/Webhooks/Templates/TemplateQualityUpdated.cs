using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>Customers take a template better or worse than before.</summary>
public sealed record TemplateQualityUpdated : TemplateEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public TemplateQualityUpdated()
    {
    }

    [SetsRequiredMembers]
    internal TemplateQualityUpdated(in EventOrigin origin, JsonTree json)
        : base(origin, json)
    {
        PreviousQualityScore = json.Id("previous_quality_score") is { } previous ? new TemplateQualityScore(previous) : null;
        NewQualityScore = new TemplateQualityScore(json.Id("new_quality_score") ?? "");
    }

    /// <summary>The score before; null when absent.</summary>
    public TemplateQualityScore? PreviousQualityScore { get; init; }

    /// <summary>The score now.</summary>
    public required TemplateQualityScore NewQualityScore { get; init; }
}
