namespace WhatsApp.Emulator;

/// <summary>A business portfolio and the accounts it owns.</summary>
internal sealed record Portfolio(string Id, IReadOnlyList<EmulatedWaba> Wabas)
{
    /// <summary>The id of the portfolio of accounts added without one.</summary>
    public const string First = "600100";
}
