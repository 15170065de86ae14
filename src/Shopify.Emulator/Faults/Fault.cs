using System.Globalization;

namespace Shopify.Emulator.Faults;

/// <summary>One way in which a call to Shopify goes wrong. Made by the members of this class, handed to a <see cref="FaultScript"/>.</summary>
public sealed class Fault
{
    private const string Html = "text/html; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";

    private Fault(string name) => Name = name;

    /// <summary>401: the token is missing, wrong, expired, or the app is uninstalled.</summary>
    public static Fault Unauthorized { get; } = Answer("Unauthorized", 401,
        """{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}""");

    /// <summary>402: the shop is frozen.</summary>
    public static Fault PaymentRequired { get; } = Answer("PaymentRequired", 402, """{"errors":"Unavailable Shop"}""");

    /// <summary>403 for a missing permission.</summary>
    public static Fault Forbidden { get; } = Answer("Forbidden", 403,
        """{"errors":"[API] This action requires merchant approval for the necessary scope."}""");

    /// <summary>403 because the offline token does not expire.</summary>
    public static Fault NonExpiringToken { get; } = Answer("NonExpiringToken", 403, OAuth.ApiRefusals.NonExpiring);

    /// <summary>423: the shop is locked.</summary>
    public static Fault Locked { get; } = Answer("Locked", 423, """{"errors":"Shop is locked"}""");

    /// <summary>430: Shopify's security took the call for an attack.</summary>
    public static Fault SecurityRejection { get; } = Answer("SecurityRejection", 430, "<!DOCTYPE html><title>Shopify Security Rejection</title>", Html);

    /// <summary>500 with an HTML page.</summary>
    public static Fault InternalServerError { get; } = Answer("InternalServerError", 500,
        "<!DOCTYPE html><title>500</title><h1>Something went wrong</h1>", Html);

    /// <summary>502 with an HTML page from the edge.</summary>
    public static Fault BadGateway { get; } = Answer("BadGateway", 502, "<!DOCTYPE html><title>502</title><h1>Bad gateway</h1>", Html);

    /// <summary>503 with an HTML page from the edge.</summary>
    public static Fault ServiceUnavailable { get; } = Answer("ServiceUnavailable", 503,
        "<!DOCTYPE html><title>503</title><h1>Service unavailable</h1>", Html);

    /// <summary>200 whose JSON breaks off in the middle.</summary>
    public static Fault MalformedJson { get; } = Answer("MalformedJson", 200, """{"data":{"shop":{"name":"Lum""");

    /// <summary>200 with a <c>THROTTLED</c> error, whatever the cost bucket holds. The call is not executed.</summary>
    public static Fault Throttled { get; } = new("Throttled") { IsThrottled = true };

    /// <summary>No answer until the caller gives up. The call is not executed.</summary>
    public static Fault Hang { get; } = new("Hang") { IsHanging = true };

    /// <summary>The call is executed, but its answer never comes.</summary>
    public static Fault TimeoutAfterCommit { get; } = new("TimeoutAfterCommit") { IsHanging = true, Executes = true };

    /// <summary>The call is executed and its answer begins, but the second half of the body comes late, on the emulator's clock.</summary>
    /// <param name="pause">How long the body stands still.</param>
    public static Fault SlowBody(TimeSpan pause) => new("SlowBody") { BodyPause = pause };

    /// <summary>Name of the kind of fault.</summary>
    public string Name { get; }

    internal int? StatusCode { get; private init; }

    internal string Body { get; private init; } = "";

    internal string ContentType { get; private init; } = Json;

    internal string? RetryAfter { get; private init; }

    internal bool IsThrottled { get; private init; }

    internal bool IsHanging { get; private init; }

    internal bool Executes { get; private init; }

    internal string? DeniedField { get; private init; }

    internal TimeSpan? BodyPause { get; private init; }

    /// <summary>429 with <c>Retry-After</c> in seconds, written with one decimal as Shopify does.</summary>
    /// <param name="retryAfter">How long the caller is asked to wait.</param>
    public static Fault TooManyRequests(TimeSpan retryAfter) => new("TooManyRequests")
    {
        StatusCode = 429,
        Body = """{"errors":"Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service."}""",
        RetryAfter = retryAfter.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),
    };

    /// <summary>The call runs, but one field is refused: null in <c>data</c> (or its nearest nullable parent) beside an <c>ACCESS_DENIED</c> error.</summary>
    /// <param name="field">The field as <c>Type.field</c>, for example <c>Product.translations</c>.</param>
    public static Fault FieldDenied(string field) => new("FieldDenied") { DeniedField = field };

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Fault Answer(string name, int status, string body, string contentType = Json) =>
        new(name) { StatusCode = status, Body = body, ContentType = contentType };
}
