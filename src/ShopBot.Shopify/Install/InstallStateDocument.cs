using System.Text.Json.Serialization;

namespace ShopBot.Shopify.Install;

/// <summary>A begun installation as it is stored.</summary>
internal sealed record InstallStateDocument(string Shop, string RedirectUri, string BrowserHash, DateTimeOffset ExpiresAt, string? CodeVerifier)
{
    public override string ToString() => nameof(InstallStateDocument);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InstallStateDocument))]
internal sealed partial class InstallStateJson : JsonSerializerContext;
