namespace WhatsApp.Client;

/// <summary>What to do with a conversation that several apps share.</summary>
public enum ThreadAction
{
    /// <summary>Hands it to another.</summary>
    Pass,

    /// <summary>Lets it go.</summary>
    Release,

    /// <summary>Takes it.</summary>
    Take,
}
