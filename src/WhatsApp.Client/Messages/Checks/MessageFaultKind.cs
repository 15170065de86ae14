namespace WhatsApp.Client;

/// <summary>What is wrong with a part of a message.</summary>
public enum MessageFaultKind
{
    /// <summary>Required, but absent, empty or blank.</summary>
    Missing,

    /// <summary>More code points than allowed.</summary>
    TooLong,

    /// <summary>Fewer items than needed.</summary>
    TooFew,

    /// <summary>More items than allowed.</summary>
    TooMany,

    /// <summary>Used before in the same message, where each must be unique.</summary>
    Duplicate,

    /// <summary>Starts or ends with a blank.</summary>
    SurroundedByBlanks,

    /// <summary>Not of the form needed, such as an address that is not absolute http or https.</summary>
    Malformed,

    /// <summary>A number below the smallest allowed.</summary>
    TooSmall,

    /// <summary>A number above the largest allowed.</summary>
    TooLarge,

    /// <summary>Not allowed beside another part, to this kind of recipient or with these options.</summary>
    NotAllowed,

    /// <summary>Different from the other items, where all must be alike.</summary>
    Mixed,
}
