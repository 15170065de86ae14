namespace Shopify.Client;

/// <summary>How far a bulk operation is. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case; empty when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/BulkOperationStatus"/>
public readonly record struct BulkOperationStatus(string Value)
{
    /// <summary>Accepted, not begun.</summary>
    public static BulkOperationStatus Created { get; } = new("CREATED");

    /// <summary>At work.</summary>
    public static BulkOperationStatus Running { get; } = new("RUNNING");

    /// <summary>Done; its file can be read for seven days.</summary>
    public static BulkOperationStatus Completed { get; } = new("COMPLETED");

    /// <summary>Being called off.</summary>
    public static BulkOperationStatus Canceling { get; } = new("CANCELING");

    /// <summary>Called off.</summary>
    public static BulkOperationStatus Canceled { get; } = new("CANCELED");

    /// <summary>Went wrong; <see cref="BulkOperation.ErrorCode"/> says why.</summary>
    public static BulkOperationStatus Failed { get; } = new("FAILED");

    /// <summary>Its file is gone.</summary>
    public static BulkOperationStatus Expired { get; } = new("EXPIRED");

    /// <summary>Whether it will change by itself.</summary>
    public bool IsOpen => this == Created || this == Running || this == Canceling;

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
