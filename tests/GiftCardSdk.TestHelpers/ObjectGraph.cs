using System.Reflection;

namespace GiftCardSdk.TestHelpers;

/// <summary>Everything that can be reached from an object by its fields, private ones included.</summary>
public static class ObjectGraph
{
    /// <summary>The object itself and all that it holds, each once.</summary>
    public static IReadOnlyCollection<object> Of(object root)
    {
        var found = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Queue<object>([root]);
        while (open.TryDequeue(out var next))
        {
            if (!IsOfTheMachine(next) && found.Add(next))
            {
                foreach (var held in HeldBy(next))
                {
                    open.Enqueue(held);
                }
            }
        }

        return found;
    }

    private static IEnumerable<object> HeldBy(object holder)
    {
        if (holder is string)
        {
            return [];
        }

        return holder is Array values
            ? values.Cast<object?>().OfType<object>()
            : FieldsOf(holder.GetType()).Select(field => field.GetValue(holder)).OfType<object>();
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (var field in type.GetFields(Own))
            {
                if (field.FieldType is { IsPointer: false, IsByRefLike: false, IsFunctionPointer: false, IsPrimitive: false })
                {
                    yield return field;
                }
            }
        }
    }

    /// <summary>Types and timers lead to everything that runs.</summary>
    private static bool IsOfTheMachine(object value) =>
        value is MemberInfo or Assembly or Module or Thread
        || value.GetType() is { IsPrimitive: true }
        || value.GetType().FullName!.StartsWith("System.Threading.TimerQueue", StringComparison.Ordinal);
}
