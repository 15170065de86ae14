using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Shopify.Client.Tests.Agreement;

/// <summary>A model as text, every member included, whatever its <c>ToString</c> leaves out; and the members that had a value.</summary>
internal sealed class ModelDump
{
    private readonly StringBuilder _text = new();

    public HashSet<string> Filled { get; } = new(StringComparer.Ordinal);

    public HashSet<Type> Models { get; } = [];

    public static ModelDump Of(object? model)
    {
        var dump = new ModelDump();
        dump.Write(model);
        return dump;
    }

    public static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite && property.GetIndexParameters().Length == 0);

    public override string ToString() => _text.ToString();

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                _text.Append("null");
                break;
            case string text:
                _text.Append('"').Append(text).Append('"');
                break;
            case IEnumerable list:
                foreach (var item in list)
                {
                    _text.Append('-');
                    Write(item);
                }

                break;
            case IFormattable plain when value.GetType().Namespace!.StartsWith("System", StringComparison.Ordinal):
                _text.Append(plain.ToString(null, CultureInfo.InvariantCulture));
                break;
            case bool flag:
                _text.Append(flag);
                break;
            default:
                WriteMembers(value);
                break;
        }
    }

    private void WriteMembers(object model)
    {
        Models.Add(model.GetType());
        _text.Append(model.GetType().Name).Append('{');
        foreach (var property in Members(model.GetType()))
        {
            var value = property.GetValue(model);
            if (HasValue(value))
                Filled.Add($"{model.GetType().Name}.{property.Name}");
            _text.Append(property.Name).Append('=');
            Write(value);
            _text.Append(';');
        }

        _text.Append('}');
    }

    private static bool HasValue(object? value) => value switch
    {
        null or "" or false => false,
        ICollection list => list.Count > 0,
        _ => !value.Equals(value.GetType().IsValueType ? Activator.CreateInstance(value.GetType()) : null),
    };
}
