using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore;

/// <summary>Checks one request's signature, at most once per secret: a batch for many owners of one app costs one hash.</summary>
internal sealed class WebhookVerifier(WebhookBody body, string? header)
{
    private readonly Dictionary<string, bool> _results = new(StringComparer.Ordinal);

    /// <summary>Whether the header has the form of a signature at all.</summary>
    public bool IsWellFormed { get; } = WebhookSignature.Verify([], header, []) == WebhookSignatureResult.Mismatch;

    public bool IsSignedBy(IReadOnlyList<string> appSecrets)
    {
        var isValid = false;
        for (var i = 0; i < appSecrets.Count; i++)
            isValid |= IsSignedBy(appSecrets[i]);
        return isValid;
    }

    private bool IsSignedBy(string appSecret)
    {
        if (string.IsNullOrWhiteSpace(appSecret))
            return false;
        if (!_results.TryGetValue(appSecret, out var isValid))
            _results[appSecret] = isValid = WebhookSignature.Verify(body.Bytes, header, [appSecret]) == WebhookSignatureResult.Valid;
        return isValid;
    }
}
