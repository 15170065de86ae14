namespace WhatsApp.Emulator;

/// <summary>A call between a business number and a person.</summary>
internal sealed record EmulatedCall(string Id, EmulatedNumber Number, EmulatedPhone Phone, bool IsFromBusiness, DateTimeOffset StartedAt, string? BizOpaque)
{
    public bool IsAccepted { get; set; }
}
