using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>Reads a phone number node, alone or in a list.</summary>
internal static class PhoneNumberReader
{
    public const string Fields =
        "id,display_phone_number,verified_name,quality_rating,status,code_verification_status,name_status,platform_type,account_mode,throughput," +
        "whatsapp_business_manager_messaging_limit,is_official_business_account,is_on_biz_app,webhook_configuration";

    /// <summary>Null when the node has no id.</summary>
    public static PhoneNumberInfo? Read(JsonElement node) => node.Text("id") is not { Length: > 0 } id
        ? null
        : new PhoneNumberInfo
        {
            Id = new PhoneNumberId(id),
            DisplayPhoneNumber = node.Text("display_phone_number"),
            VerifiedName = node.Text("verified_name"),
            QualityRating = node.Text("quality_rating"),
            Status = node.Text("status"),
            CodeVerificationStatus = node.Text("code_verification_status"),
            NameStatus = node.Text("name_status"),
            PlatformType = node.Text("platform_type"),
            ThroughputLevel = node.Member("throughput").Text("level"),
            AccountMode = node.Text("account_mode"),
            MessagingLimit = node.Text("whatsapp_business_manager_messaging_limit"),
            IsOfficialBusinessAccount = node.Flag("is_official_business_account"),
            IsOnBusinessApp = node.Flag("is_on_biz_app"),
            WebhookConfiguration = Webhooks(node.Member("webhook_configuration")),
        };

    private static WebhookConfiguration? Webhooks(JsonElement node) => node.ValueKind != JsonValueKind.Object
        ? null
        : new WebhookConfiguration
        {
            PhoneNumber = node.Address("phone_number"),
            Waba = node.Address("whatsapp_business_account"),
            Application = node.Address("application"),
        };
}
