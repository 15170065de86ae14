namespace WhatsApp.Client;

/// <summary>How reading a tapped id went. Anything but <see cref="Read"/> is everyday: old messages keep their buttons for ever.</summary>
public enum ReplyPayloadOutcome
{
    /// <summary>The record is there.</summary>
    Read,

    /// <summary>The id has another form: somebody else made it, or it is a plain text.</summary>
    NotAPayload,

    /// <summary>No payload of this name is known.</summary>
    UnknownName,

    /// <summary>The name is known, but not in this version: the button is from another release.</summary>
    UnknownVersion,

    /// <summary>Name and version are known, but what follows does not read as the record.</summary>
    Unreadable,

    /// <summary>The signature is missing or wrong: the id was made or changed by somebody without the key, or before it was used.</summary>
    NotAuthentic,
}
