namespace WhatsApp.Emulator;

/// <summary>What the token of a call reaches, and with which permissions. An object out of reach looks as if it did not exist (100, subcode 33).</summary>
/// <param name="App">The app the token belongs to.</param>
/// <param name="Numbers">The numbers whose own token it is.</param>
/// <param name="Issued">The token as issued by sign-up, or null for a number's own.</param>
internal sealed record Access(EmulatedApp App, EmulatedNumber[] Numbers, IssuedToken? Issued)
{
    private const string Messaging = "whatsapp_business_messaging";
    private const string Management = "whatsapp_business_management";

    public bool Reaches(EmulatedNumber number) => Issued is null ? Array.IndexOf(Numbers, number) >= 0 : Issued.Reaches(number.Waba);

    public bool Reaches(EmulatedWaba waba) => Issued is null ? Array.Exists(Numbers, number => number.Waba == waba) : Issued.Reaches(waba);

    /// <exception cref="GraphException">10 or 200: the token lacks it.</exception>
    public void Require(Permission permission, EmulatedWaba waba)
    {
        if (permission == Permission.None)
            return;
        var (scope, code) = permission == Permission.Messaging ? (Messaging, 10) : (Management, 200);
        var scopes = Issued?.Scopes ?? Array.Find(Numbers, number => number.Waba == waba)?.Scopes ?? [];
        if (!scopes.Contains(scope))
            throw new GraphException(GraphError.NoPermission(code, scope));
    }
}
