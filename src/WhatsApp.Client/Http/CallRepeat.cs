namespace WhatsApp.Client.Http;

/// <summary>When a call may be made again after it failed.</summary>
internal enum CallRepeat
{
    /// <summary>A send: by the rules of the pacer only, and only with proof that it was not processed.</summary>
    Never,

    /// <summary>A change that must not happen twice: with proof that it was not processed.</summary>
    WhenNotProcessed,

    /// <summary>A read, or a change that may happen twice.</summary>
    Freely,
}
