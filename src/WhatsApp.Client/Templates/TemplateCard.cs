namespace WhatsApp.Client;

/// <summary>What fills one card of a carousel template. Cards stand in the order they are given.</summary>
public sealed record TemplateCard
{
    /// <summary>Above the card: a picture, a film or a product, the same kind on all cards; null when it has no variable.</summary>
    public TemplateHeader? Header { get; init; }

    /// <summary>The card's variables; each text at most 160 characters.</summary>
    public IReadOnlyList<TemplateParameter> Body { get; init; } = [];

    /// <summary>The card's buttons, each index once.</summary>
    public IReadOnlyList<TemplateButton> Buttons { get; init; } = [];

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(TemplateCard);
}
