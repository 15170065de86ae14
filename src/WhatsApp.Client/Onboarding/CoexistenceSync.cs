namespace WhatsApp.Client;

/// <summary>What a number on coexistence brings along from the WhatsApp Business app.</summary>
public enum CoexistenceSync
{
    /// <summary>Its contacts; they come as <c>ContactSynced</c>.</summary>
    Contacts,

    /// <summary>Its chats of up to six months; they come as <c>HistoryReceived</c>.</summary>
    History,
}
