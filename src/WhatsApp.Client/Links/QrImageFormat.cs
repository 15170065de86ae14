namespace WhatsApp.Client;

/// <summary>What picture of a QR code to make.</summary>
public enum QrImageFormat
{
    /// <summary>None.</summary>
    None,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>SVG.</summary>
    Svg,
}
