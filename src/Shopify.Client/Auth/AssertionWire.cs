using System.Text.Json.Serialization;

namespace Shopify.Client.Auth;

internal sealed record AssertionHeaderWire(string Alg, string Typ, string Kid);

internal sealed record AssertionClaimsWire(string Iss, string Sub, string Aud, long Iat, long Exp, string Jti);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AssertionHeaderWire))]
[JsonSerializable(typeof(AssertionClaimsWire))]
internal sealed partial class AssertionJson : JsonSerializerContext;
