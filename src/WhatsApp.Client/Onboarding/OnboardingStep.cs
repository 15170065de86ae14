namespace WhatsApp.Client;

/// <summary>What comes next when a business is let in. Each is one small piece of work that can be done again.</summary>
public enum OnboardingStep
{
    /// <summary>The code of Embedded Signup becomes a business token. The code works once, for about 30 seconds.</summary>
    ExchangeCode,

    /// <summary>The token is inspected: whether it works, is this app's, and which accounts it reaches.</summary>
    InspectToken,

    /// <summary>The number is looked up in the account.</summary>
    FindNumber,

    /// <summary>The app is subscribed to the account's webhooks. Without it none ever comes.</summary>
    Subscribe,

    /// <summary>The number is registered on the Cloud API. Not for a number that stays in the WhatsApp Business app.</summary>
    Register,

    /// <summary>The contacts of the WhatsApp Business app are asked for. Only for coexistence, once, within 24 hours.</summary>
    SyncContacts,

    /// <summary>The history of the WhatsApp Business app is asked for. Only for coexistence, once, within 24 hours.</summary>
    SyncHistory,

    /// <summary>Everything is done: messages can be sent, webhooks come.</summary>
    Done,
}
