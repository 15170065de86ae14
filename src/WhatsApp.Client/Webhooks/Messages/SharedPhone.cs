namespace WhatsApp.Client.Webhooks;

/// <summary>A phone number on a shared card.</summary>
public sealed record SharedPhone
{
    /// <summary>The number as it is written on the card; null when absent.</summary>
    public string? Phone { get; init; }

    /// <summary>The number as WhatsApp knows it, digits only; null when it is not on WhatsApp.</summary>
    public string? WaId { get; init; }

    /// <summary>Such as <c>CELL</c> or <c>WORK</c>; null when absent.</summary>
    public string? Type { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => $"SharedPhone({Type})";

    internal static SharedPhone Read(JsonTree json) => new() { Phone = json.Id("phone"), WaId = json.Id("wa_id"), Type = json.Id("type") };
}
