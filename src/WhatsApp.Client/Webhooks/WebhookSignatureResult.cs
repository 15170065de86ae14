namespace WhatsApp.Client.Webhooks;

/// <summary>What the signature header says about a body.</summary>
public enum WebhookSignatureResult
{
    /// <summary>One of the secrets signed exactly these bytes.</summary>
    Valid,

    /// <summary>There is no header, or it is empty.</summary>
    Missing,

    /// <summary>The header is not <c>sha256=</c> and 64 hexadecimal digits.</summary>
    Malformed,

    /// <summary>None of the secrets signed these bytes, or there is no secret to check with.</summary>
    Mismatch,
}
