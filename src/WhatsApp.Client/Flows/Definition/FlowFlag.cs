namespace WhatsApp.Client;

/// <summary>Yes, no, or an expression that is worked out on the phone, such as <c>${data.is_open}</c>.</summary>
public readonly record struct FlowFlag
{
    private FlowFlag(bool? value, string? expression) => (Value, Expression) = (value, expression);

    /// <summary>Yes or no; null for an expression.</summary>
    public bool? Value { get; }

    /// <summary>The expression; null for yes or no.</summary>
    public string? Expression { get; }

    /// <summary>Yes or no.</summary>
    /// <param name="value">Which.</param>
    public static implicit operator FlowFlag(bool value) => new(value, expression: null);

    /// <summary>An expression.</summary>
    /// <param name="expression">Such as <c>${data.is_open}</c>.</param>
    public static implicit operator FlowFlag(string expression) => new(value: null, expression);

    /// <summary>Yes or no, or that it is an expression.</summary>
    public override string ToString() => Value?.ToString() ?? "expression";
}
