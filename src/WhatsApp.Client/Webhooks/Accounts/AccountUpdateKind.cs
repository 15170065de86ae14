namespace WhatsApp.Client.Webhooks;

/// <summary>What happened to a WhatsApp Business Account. An open set: a value not named here stays what the platform wrote.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct AccountUpdateKind(string Value)
{
    /// <summary>It is gone.</summary>
    public static AccountUpdateKind AccountDeleted => new("ACCOUNT_DELETED");

    /// <summary>It may do less for a while: see the restrictions.</summary>
    public static AccountUpdateKind AccountRestriction => new("ACCOUNT_RESTRICTION");

    /// <summary>It broke a rule: see the violation.</summary>
    public static AccountUpdateKind AccountViolation => new("ACCOUNT_VIOLATION");

    /// <summary>It was banned or allowed again: see the ban.</summary>
    public static AccountUpdateKind DisabledUpdate => new("DISABLED_UPDATE");

    /// <summary>It left the Cloud API.</summary>
    public static AccountUpdateKind AccountOffboarded => new("ACCOUNT_OFFBOARDED");

    /// <summary>It is connected again.</summary>
    public static AccountUpdateKind AccountReconnected => new("ACCOUNT_RECONNECTED");

    /// <summary>It was shared with this partner.</summary>
    public static AccountUpdateKind PartnerAdded => new("PARTNER_ADDED");

    /// <summary>It is no longer shared with this partner: stop using it.</summary>
    public static AccountUpdateKind PartnerRemoved => new("PARTNER_REMOVED");

    /// <summary>This partner's app was installed.</summary>
    public static AccountUpdateKind PartnerAppInstalled => new("PARTNER_APP_INSTALLED");

    /// <summary>This partner's app was removed: stop using it.</summary>
    public static AccountUpdateKind PartnerAppUninstalled => new("PARTNER_APP_UNINSTALLED");

    /// <summary>It has another country.</summary>
    public static AccountUpdateKind PrimaryLocationCountryUpdate => new("BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE");

    /// <summary>It has another price tier.</summary>
    public static AccountUpdateKind VolumeBasedPricingTierUpdate => new("VOLUME_BASED_PRICING_TIER_UPDATE");

    /// <summary>An advertising account was linked to it.</summary>
    public static AccountUpdateKind AdAccountLinked => new("AD_ACCOUNT_LINKED");

    /// <summary>International prices of authentication begin or end for it.</summary>
    public static AccountUpdateKind AuthenticationInternationalPriceUpdate => new("AUTH_INTL_PRICE_ELIGIBILITY_UPDATE");

    /// <summary>The terms of the Marketing Messages API were signed: it may be used now.</summary>
    public static AccountUpdateKind MarketingTermsSigned => new("MM_LITE_TERMS_SIGNED");

    /// <summary>Where the verification of a client by this partner stands.</summary>
    public static AccountUpdateKind PartnerClientCertificationStatusUpdate => new("PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
