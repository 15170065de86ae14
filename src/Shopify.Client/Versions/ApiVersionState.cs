namespace Shopify.Client;

/// <summary>How long the API version that is asked for will do.</summary>
public enum ApiVersionState
{
    /// <summary>For more than 90 days.</summary>
    Supported,

    /// <summary>For at most 90 days: choose a later one.</summary>
    EndsSoon,

    /// <summary>No longer: Shopify answers with another version than the one asked for, without an error.</summary>
    Ended,

    /// <summary>Unknown: <c>unstable</c> has no end and no promise.</summary>
    Unstable,
}
