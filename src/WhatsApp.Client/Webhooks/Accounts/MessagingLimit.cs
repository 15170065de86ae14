using System.Globalization;

namespace WhatsApp.Client.Webhooks;

/// <summary>How many people may be written to first within a day. The platform writes a number or a tier.</summary>
/// <param name="Value">The platform's word, such as <c>TIER_1K</c> or <c>2000</c>.</param>
public readonly record struct MessagingLimit(string Value)
{
    /// <summary>The number of people; null when there is no limit, or for a tier that is not known here.</summary>
    public int? People => Value switch
    {
        "TIER_50" => 50,
        "TIER_250" => 250,
        "TIER_1K" => 1_000,
        "TIER_2K" => 2_000,
        "TIER_10K" => 10_000,
        "TIER_100K" => 100_000,
        _ => int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : null,
    };

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";

    internal static MessagingLimit? Read(JsonTree json, string name) => json.Id(name) is { } value ? new MessagingLimit(value) : null;
}
