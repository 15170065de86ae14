namespace WhatsApp.Client;

/// <summary>How a text of a flow looks.</summary>
public enum FlowTextStyle
{
    /// <summary>The title of what follows.</summary>
    Heading,

    /// <summary>A smaller title.</summary>
    Subheading,

    /// <summary>Plain text.</summary>
    Body,

    /// <summary>Small text.</summary>
    Caption,
}
