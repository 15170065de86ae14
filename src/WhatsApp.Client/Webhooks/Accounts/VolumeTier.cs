namespace WhatsApp.Client.Webhooks;

/// <summary>A step of prices by volume that an account reached.</summary>
public sealed record VolumeTier
{
    /// <summary>Which messages it is about, such as <c>UTILITY</c>; null when absent.</summary>
    public string? PricingCategory { get; init; }

    /// <summary>The step as the platform wrote it, such as <c>25000001:50000000</c>; null when absent.</summary>
    public string? Tier { get; init; }

    /// <summary>The region or country of the recipients; null when absent.</summary>
    public string? Region { get; init; }

    /// <summary>The month it holds for, such as <c>2026-11</c>; null when absent.</summary>
    public string? EffectiveMonth { get; init; }

    /// <summary>When it was reached; null when absent.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    internal static VolumeTier? Read(JsonTree json) => !json.IsObject ? null : new VolumeTier
    {
        PricingCategory = json.Id("pricing_category"),
        Tier = json.Id("tier"),
        Region = json.Id("region"),
        EffectiveMonth = json.Id("effective_month"),
        UpdatedAt = json.Instant("tier_update_time"),
    };
}
