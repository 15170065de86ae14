namespace WhatsApp.Client;

/// <summary>What an error is about. An open value: more may be added as the platform grows.</summary>
/// <param name="Value">A lower-case word, such as <c>payment</c>; fit for a metric.</param>
public readonly record struct WhatsAppErrorCategory(string Value)
{
    /// <summary>The token.</summary>
    public static WhatsAppErrorCategory Authentication { get; } = new("authentication");

    /// <summary>What the token or app may do.</summary>
    public static WhatsAppErrorCategory Permission { get; } = new("permission");

    /// <summary>The business account or number itself: locked, deleted, name not approved.</summary>
    public static WhatsAppErrorCategory Account { get; } = new("account");

    /// <summary>Bills and payment methods.</summary>
    public static WhatsAppErrorCategory Payment { get; } = new("payment");

    /// <summary>Too much in too short a time.</summary>
    public static WhatsAppErrorCategory Rate { get; } = new("rate");

    /// <summary>The platform itself is in trouble.</summary>
    public static WhatsAppErrorCategory Platform { get; } = new("platform");

    /// <summary>The request has a mistake.</summary>
    public static WhatsAppErrorCategory Request { get; } = new("request");

    /// <summary>This person cannot or does not want to get it.</summary>
    public static WhatsAppErrorCategory Recipient { get; } = new("recipient");

    /// <summary>The 24-hour customer service window is closed.</summary>
    public static WhatsAppErrorCategory Window { get; } = new("window");

    /// <summary>A message template.</summary>
    public static WhatsAppErrorCategory Template { get; } = new("template");

    /// <summary>A media file.</summary>
    public static WhatsAppErrorCategory Media { get; } = new("media");

    /// <summary>The platform's policies.</summary>
    public static WhatsAppErrorCategory Policy { get; } = new("policy");

    /// <summary>A WhatsApp Flow.</summary>
    public static WhatsAppErrorCategory Flow { get; } = new("flow");

    /// <summary>A group.</summary>
    public static WhatsAppErrorCategory Group { get; } = new("group");

    /// <summary>A call.</summary>
    public static WhatsAppErrorCategory Calling { get; } = new("calling");

    /// <summary>Registering, verifying or moving a number.</summary>
    public static WhatsAppErrorCategory Registration { get; } = new("registration");

    /// <summary>Blocking people.</summary>
    public static WhatsAppErrorCategory BlockList { get; } = new("block_list");

    /// <summary>The business's username.</summary>
    public static WhatsAppErrorCategory Username { get; } = new("username");

    /// <summary>Who owns a conversation when several apps share a number.</summary>
    public static WhatsAppErrorCategory Routing { get; } = new("routing");

    /// <summary>Sign-up of businesses, and sharing a number with the WhatsApp Business app.</summary>
    public static WhatsAppErrorCategory Onboarding { get; } = new("onboarding");

    /// <summary>The marketing messages API.</summary>
    public static WhatsAppErrorCategory Marketing { get; } = new("marketing");

    /// <summary>A code the catalogue does not have.</summary>
    public static WhatsAppErrorCategory Unknown { get; } = new("unknown");

    /// <summary>The word.</summary>
    public override string ToString() => Value ?? "";
}
