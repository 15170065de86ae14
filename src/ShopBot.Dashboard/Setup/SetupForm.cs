using Microsoft.AspNetCore.Http;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard;

/// <summary>The fields of the set-up form, by the names that outside tools rely on.</summary>
internal static class SetupForm
{
    public const string Enabled = "whatsapp_enabled";
    public const string Token = "whatsapp_token";
    public const string PhoneNumberId = "whatsapp_phone_number_id";
    public const string BusinessAccountId = "whatsapp_business_account_id";
    public const string VerifyToken = "whatsapp_verify_token";
    public const string AppSecret = "whatsapp_app_secret";
    public const string WelcomeMessage = "welcome_message";

    public static WhatsAppSettings Read(IFormCollection form) => new()
    {
        Enabled = form[Enabled].ToString() is "true" or "on",
        AccessToken = form[Token],
        PhoneNumberId = form[PhoneNumberId],
        BusinessAccountId = form[BusinessAccountId],
        VerifyToken = form[VerifyToken],
        AppSecret = form[AppSecret],
        WelcomeMessage = form[WelcomeMessage],
    };

    /// <summary>The form field a fault belongs to; empty for the form as a whole.</summary>
    public static string FieldOf(SetupFault fault) => fault.Setting switch
    {
        nameof(WhatsAppSettings.AccessToken) => Token,
        nameof(WhatsAppSettings.PhoneNumberId) => PhoneNumberId,
        nameof(WhatsAppSettings.BusinessAccountId) => BusinessAccountId,
        nameof(WhatsAppSettings.VerifyToken) => VerifyToken,
        nameof(WhatsAppSettings.AppSecret) => AppSecret,
        nameof(WhatsAppSettings.WelcomeMessage) => WelcomeMessage,
        _ => "",
    };
}
