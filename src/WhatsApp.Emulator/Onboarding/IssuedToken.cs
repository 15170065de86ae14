namespace WhatsApp.Emulator;

/// <summary>A business token from the exchange of a sign-up code; it reaches the accounts the customer granted.</summary>
internal sealed class IssuedToken(EmulatedApp app, string value, IReadOnlyList<EmulatedWaba> wabas, IReadOnlyList<string> scopes, DateTimeOffset issuedAt)
{
    public EmulatedApp App => app;
    public string Value => value;
    public IReadOnlyList<EmulatedWaba> Wabas => wabas;
    public IReadOnlyList<string> Scopes => scopes;
    public DateTimeOffset IssuedAt => issuedAt;
    public DateTimeOffset? ExpiresAt { get; set; }
    public bool IsRevoked { get; set; }

    public bool Reaches(EmulatedWaba waba) => wabas.Contains(waba);
}
