namespace WhatsApp.Client;

/// <summary>How a verification code comes.</summary>
public enum VerificationMethod
{
    /// <summary>As a text message.</summary>
    Sms,

    /// <summary>In a call.</summary>
    Voice,
}
