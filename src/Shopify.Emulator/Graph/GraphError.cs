using GraphQL;

namespace Shopify.Emulator.Graph;

/// <summary>An entry of the <c>errors</c> array, with Shopify's <c>extensions</c>.</summary>
internal sealed class GraphError : ExecutionError
{
    public GraphError(string message, string? code = null, params (string Key, object? Value)[] details) : base(message)
    {
        Code = code;
        var extensions = new Dictionary<string, object?>();
        if (code is not null) extensions["code"] = code;
        foreach (var (key, value) in details) extensions[key] = value;
        Extensions = extensions.Count == 0 ? null : extensions;
    }

    public static GraphError BadRequest(string message) => new(message, "BAD_REQUEST");

    public static GraphError InvalidId(string id) => new($"Invalid id: {id}", "RESOURCE_NOT_FOUND");

    public static GraphError InvalidFieldArguments(string message) => new(message, "INVALID_FIELD_ARGUMENTS");

    /// <summary>What the emulator does not play is said loudly; it never makes up a value.</summary>
    public static GraphError Unsupported(string member) => new($"emulator does not model {member}", "EMULATOR_UNSUPPORTED");

    public static GraphError AccessDenied(string field, params IEnumerable<string> scopes)
    {
        var required = string.Join(" and ", scopes.Select(static s => $"`{s}`"));
        var access = $"{required} access scope.";
        return new($"Access denied for {field} field. Required access: {access}", "ACCESS_DENIED",
            ("documentation", "https://shopify.dev/api/usage/access-scopes"), ("requiredAccess", access));
    }

    public static GraphError NotApproved(string type, string field) => new(
        $"This app is not approved to access the {type} object's {field} field. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.",
        "ACCESS_DENIED", ("documentation", "https://shopify.dev/docs/apps/launch/protected-customer-data"));
}
