using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Emulator;

/// <summary>Which objects a token reaches. An object out of reach looks as if it did not exist (100, subcode 33).</summary>
internal static class AccessCheck
{
    private const string Messaging = "whatsapp_business_messaging";
    private const string Management = "whatsapp_business_management";

    /// <exception cref="GraphException">190: no token, or one nobody has.</exception>
    public static EmulatedNumber[] NumbersOf(string? token, EmulatedCloud cloud)
    {
        if (string.IsNullOrEmpty(token))
            throw new GraphException(GraphError.InvalidToken("An access token is required to request this resource."));
        var numbers = cloud.Numbers.Where(number => Same(number.AccessToken, token)).ToArray();
        if (numbers.Length == 0)
            throw new GraphException(GraphError.InvalidToken("Cannot parse access token."));
        var valid = numbers.Where(number => !IsExpired(number, cloud)).ToArray();
        return valid.Length > 0 ? valid : throw new GraphException(GraphError.InvalidToken("The session has expired.") with { Subcode = 463 });
    }

    public static bool IsExpired(EmulatedNumber number, EmulatedCloud cloud) => number.AccessTokenExpiresAt <= cloud.Time.GetUtcNow();

    public static EmulatedNumber Number(GraphRequest request, EmulatedCloud cloud)
    {
        var reachable = NumbersOf(request.Token, cloud);
        return Array.Find(reachable, number => number.PhoneNumberId == request.Id)
            ?? throw new GraphException(GraphError.NoSuchObject(request.Method, request.Id));
    }

    public static (EmulatedWaba Waba, EmulatedApp App) Waba(GraphRequest request, EmulatedCloud cloud)
    {
        var reachable = NumbersOf(request.Token, cloud);
        var number = Array.Find(reachable, number => number.WabaId == request.Id)
            ?? throw new GraphException(GraphError.NoSuchObject(request.Method, request.Id));
        RequireManagement(number);
        return (number.Waba, number.App);
    }

    public static void RequireMessaging(EmulatedNumber number) => Require(number, Messaging, 10);

    public static void RequireManagement(EmulatedNumber number) => Require(number, Management, 200);

    public static bool IsAppToken(string? token, EmulatedCloud cloud) =>
        token?.Split('|') is [var id, var secret] && cloud.App(id) is { } app && Same(app.Secret, secret);

    public static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private static void Require(EmulatedNumber number, string scope, int code)
    {
        if (!number.Scopes.Contains(scope))
            throw new GraphException(GraphError.NoPermission(code, scope));
    }
}
