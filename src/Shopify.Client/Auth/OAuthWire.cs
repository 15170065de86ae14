using System.Text.Json.Serialization;

namespace Shopify.Client.Auth;

internal sealed record CodeExchangeWire(string ClientId, string ClientSecret, string Code, string Expiring, string? CodeVerifier)
{
    public override string ToString() => nameof(CodeExchangeWire);
}

internal sealed record RefreshWire(string ClientId, string ClientSecret, string GrantType, string RefreshToken)
{
    public override string ToString() => nameof(RefreshWire);
}

internal sealed record TokenExchangeWire(
    string ClientId, string ClientSecret, string GrantType, string SubjectToken, string SubjectTokenType, string RequestedTokenType, string? Expiring)
{
    public override string ToString() => nameof(TokenExchangeWire);
}

internal sealed record ClientCredentialsWire(string ClientId, string ClientSecret, string GrantType)
{
    public override string ToString() => nameof(ClientCredentialsWire);
}

internal sealed record ClientAssertionWire(string ClientId, string GrantType, string ClientAssertionType, string ClientAssertion)
{
    public override string ToString() => nameof(ClientAssertionWire);
}

internal sealed record TokenAnswerWire(
    string? AccessToken, string? Scope, double? ExpiresIn, string? RefreshToken, double? RefreshTokenExpiresIn)
{
    public override string ToString() => nameof(TokenAnswerWire);
}

internal sealed record TokenErrorWire(string? Error, string? ErrorDescription);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CodeExchangeWire))]
[JsonSerializable(typeof(RefreshWire))]
[JsonSerializable(typeof(TokenExchangeWire))]
[JsonSerializable(typeof(ClientCredentialsWire))]
[JsonSerializable(typeof(ClientAssertionWire))]
[JsonSerializable(typeof(TokenAnswerWire))]
[JsonSerializable(typeof(TokenErrorWire))]
internal sealed partial class OAuthJson : JsonSerializerContext;
