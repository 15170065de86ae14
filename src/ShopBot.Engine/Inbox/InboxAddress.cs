using ShopBot.Engine.Stores;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Inbox;

/// <summary>A webhook event together with the store whose secret vouched for it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Store">The store; null when the platform's own secret vouched for it and it belongs to none.</param>
public readonly record struct InboxAddress(WebhookEvent Event, Store? Store);
