namespace WhatsApp.Client.Webhooks;

/// <summary>What keeps a part of a delivery from being an event.</summary>
internal enum ReadFault
{
    None,
    MessagesAreNoArray,
    StatusesAreNoArray,
    MessageIsNoObject,
    StatusIsNoObject,
    ErrorIsNoObject,
    UserActionIsNoObject,
}
