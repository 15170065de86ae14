namespace WhatsApp.Client.Webhooks;

/// <summary>
/// What an outgoing message costs: the truth to count by.
/// See <see href="https://developers.facebook.com/docs/whatsapp/pricing">pricing</see>.
/// </summary>
public sealed record Pricing
{
    /// <summary>Whether it is billed. Being retired by the platform: null when absent. See <see cref="Type"/>.</summary>
    public bool? Billable { get; init; }

    /// <summary>Per message or per conversation; null when absent.</summary>
    public PricingModel? PricingModel { get; init; }

    /// <summary>Billed, or why not; null when absent.</summary>
    public PricingType? Type { get; init; }

    /// <summary>The kind of message; null when absent.</summary>
    public PricingCategory? Category { get; init; }

    /// <summary>Such as <c>paid_exempt</c>; null when absent.</summary>
    public string? Subtype { get; init; }

    internal static Pricing Create(in EventOrigin origin, in PricingDraft draft) => new()
    {
        Billable = draft.Billable,
        PricingModel = origin.Word(draft.Model) is { Length: > 0 } model ? new PricingModel(model) : null,
        Type = origin.Word(draft.Type) is { Length: > 0 } type ? new PricingType(type) : null,
        Category = origin.Word(draft.Category) is { Length: > 0 } category ? new PricingCategory(category) : null,
        Subtype = origin.Text(draft.Subtype),
    };
}
