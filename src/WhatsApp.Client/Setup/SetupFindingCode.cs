namespace WhatsApp.Client;

/// <summary>What a set-up check can find. New members may come with new versions.</summary>
public enum SetupFindingCode
{
    /// <summary>A read gave no usable answer, so what it would have shown is unknown.</summary>
    ReadFailed,

    /// <summary>The access token does not work.</summary>
    TokenInvalid,

    /// <summary>The access token has run out.</summary>
    TokenExpired,

    /// <summary>The access token runs out within <see cref="SetupCheckRequest.ExpiryWarning"/>.</summary>
    TokenExpiresSoon,

    /// <summary>The token is a user's from the dashboard, which lasts hours.</summary>
    TokenShortLived,

    /// <summary>The platform did not let the token be inspected.</summary>
    TokenNotInspected,

    /// <summary>The app's access to the user's data has run out.</summary>
    DataAccessExpired,

    /// <summary>The app id and the app secret do not belong together.</summary>
    AppSecretWrong,

    /// <summary>The token was made for another app than the given one, whose secret checks webhooks.</summary>
    WrongApp,

    /// <summary>The token lacks a permission.</summary>
    PermissionMissing,

    /// <summary>No account id was given, so the number's account and its subscription were not checked.</summary>
    WabaNotChecked,

    /// <summary>The token was not granted for the account.</summary>
    WabaNotGranted,

    /// <summary>The account does not exist or the token does not reach it.</summary>
    WabaUnreachable,

    /// <summary>The number does not exist or the token does not reach it.</summary>
    NumberUnreachable,

    /// <summary>The number belongs to another account than the given one.</summary>
    NumberNotInWaba,

    /// <summary>The number is not registered for the Cloud API.</summary>
    NumberNotRegistered,

    /// <summary>The number was not verified with a code.</summary>
    NumberNotVerified,

    /// <summary>The platform limits the number for its quality or for breaking a policy.</summary>
    NumberRestricted,

    /// <summary>The number was banned, deleted or moved away.</summary>
    NumberGone,

    /// <summary>The number has a status this version does not know.</summary>
    NumberStatusUnknown,

    /// <summary>The name customers see is not approved.</summary>
    NameNotApproved,

    /// <summary>The quality is red or yellow, because customers block or report the number.</summary>
    QualityLow,

    /// <summary>A test number, which reaches few people.</summary>
    TestNumber,

    /// <summary>How many messages a second the number may send.</summary>
    Throughput,

    /// <summary>How many new people may be written to in 24 hours, where that is few.</summary>
    MessagingLimit,

    /// <summary>The platform says that nothing can be sent.</summary>
    SendingBlocked,

    /// <summary>The platform says that sending is limited.</summary>
    SendingLimited,

    /// <summary>The app is not subscribed to the account: sends work and no webhook ever comes.</summary>
    AppNotSubscribed,

    /// <summary>Apps are subscribed, and it is not known whether the right one is among them.</summary>
    SubscriptionNotChecked,

    /// <summary>Another app hears of the same messages.</summary>
    OtherAppSubscribed,

    /// <summary>No callback address is set.</summary>
    CallbackMissing,

    /// <summary>Webhooks go to another address than the expected one.</summary>
    CallbackElsewhere,

    /// <summary>Webhooks go to an address set for this account or number only; no expected one was given to compare.</summary>
    CallbackOverridden,

    /// <summary>The app does not hear of the field <c>messages</c>.</summary>
    MessagesNotSubscribed,
}
