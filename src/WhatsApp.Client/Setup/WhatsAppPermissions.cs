namespace WhatsApp.Client;

/// <summary>The permissions a token needs. See <see href="https://developers.facebook.com/docs/permissions">permissions</see>.</summary>
public static class WhatsAppPermissions
{
    /// <summary>To send messages, handle media and receive message webhooks.</summary>
    public const string Messaging = "whatsapp_business_messaging";

    /// <summary>To read and change accounts, numbers, templates and subscriptions.</summary>
    public const string Management = "whatsapp_business_management";
}
