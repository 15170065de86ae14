using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Emulator;

/// <summary>All access tokens: those the numbers were added with, and those that sign-up issued.</summary>
internal sealed class AccessBook(EmulatedCloud cloud)
{
    private readonly ConcurrentDictionary<string, EmulatedNumber[]> _ofNumbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IssuedToken> _issued = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public void Add(EmulatedNumber number)
    {
        lock (_lock)
            _ofNumbers[number.AccessToken] = [.. _ofNumbers.GetValueOrDefault(number.AccessToken, []), number];
    }

    public void Remove(EmulatedNumber number)
    {
        lock (_lock)
        {
            EmulatedNumber[] left = [.. _ofNumbers.GetValueOrDefault(number.AccessToken, []).Where(other => other != number)];
            if (left.Length > 0)
                _ofNumbers[number.AccessToken] = left;
            else
                _ofNumbers.TryRemove(number.AccessToken, out _);
        }
    }

    public void Add(IssuedToken token) => _issued[token.Value] = token;

    public IssuedToken? Issued(string value) => _issued.GetValueOrDefault(value);

    public EmulatedNumber[] OfNumbers(string value) => _ofNumbers.GetValueOrDefault(value, []);

    /// <exception cref="GraphException">190: no token, one nobody has, an expired or withdrawn one. 100: the proof is missing or wrong.</exception>
    public Access Resolve(GraphRequest request)
    {
        var access = Resolve(request.Token);
        if (access.App.RequiresAppSecretProof)
            RequireProof(request, access.App);
        return access;
    }

    public Access Resolve(string? token)
    {
        if (string.IsNullOrEmpty(token))
            throw new GraphException(GraphError.InvalidToken("An access token is required to request this resource."));
        if (_issued.TryGetValue(token, out var issued))
        {
            if (issued.IsRevoked)
                throw new GraphException(GraphError.InvalidToken("The session has been invalidated because the user changed the password or the business removed the app.") with { Subcode = 467 });
            return issued.ExpiresAt <= cloud.Time.GetUtcNow() ? throw Expired() : new Access(issued.App, [], issued);
        }

        var numbers = OfNumbers(token);
        if (numbers.Length == 0)
            throw new GraphException(GraphError.InvalidToken("Cannot parse access token."));
        if (Array.Exists(numbers, IsExpired))
            numbers = Array.FindAll(numbers, number => !IsExpired(number));
        return numbers.Length > 0 ? new Access(numbers[0].App, numbers, null) : throw Expired();
    }

    public bool IsExpired(EmulatedNumber number) => number.AccessTokenExpiresAt is { } at && at <= cloud.Time.GetUtcNow();

    public EmulatedApp? AppOf(string? token) =>
        token?.Split('|') is [var id, var secret] && cloud.App(id) is { } app && app.Secret == secret ? app : null;

    private static GraphException Expired() => new(GraphError.InvalidToken("The session has expired.") with { Subcode = 463 });

    private static void RequireProof(GraphRequest request, EmulatedApp app)
    {
        if (request.Query("appsecret_proof") is not { Length: > 0 } proof)
            throw new GraphException(new GraphError(100, 400, "API calls from the server require an appsecret_proof argument", "") { Type = "GraphMethodException", IsWhatsApp = false });
        var right = Convert.ToHexStringLower(HMACSHA256.HashData(app.SecretBytes, Encoding.UTF8.GetBytes(request.Token!)));
        if (!string.Equals(proof, right, StringComparison.OrdinalIgnoreCase))
            throw new GraphException(new GraphError(100, 400, "Invalid appsecret_proof provided in the API argument", "") { Type = "GraphMethodException", IsWhatsApp = false });
    }
}
